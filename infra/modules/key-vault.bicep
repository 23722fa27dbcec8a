metadata description = 'The vault of what is secret: keys of quote and news providers, mail providers and webhooks, and the key that signs links. The app reads it by its identity; templates and settings hold names only.'

@description('Name of the vault.')
param name string

@description('Region.')
param location string

@description('Tags of the resource.')
param tags object

@description('Whether only private endpoints reach it.')
param isPrivate bool

@description('Whether deleted secrets are kept for as long as they could be recovered, whoever asks to purge them. It cannot be switched off again.')
param purgeProtection bool

@description('Where its logs go.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Resource id, for private endpoints.')
output id string = vault.id

@description('Name, for role assignments and the references in settings.')
output name string = vault.name
