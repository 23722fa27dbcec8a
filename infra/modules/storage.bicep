metadata description = 'The storage account: the tables that are the product\'s memory, the container that the app is deployed from, the leases of the timers.'

@description('Name of the account.')
param name string

@description('Region.')
param location string

@description('Tags of the resource.')
param tags object

@description('The tables that the app uses.')
param tables string[]

@description('Whether the data survives the loss of a zone.')
param zoneRedundant bool

@description('Whether only private endpoints reach it.')
param isPrivate bool

@description('How many days a deleted blob can be brought back.')
@minValue(1)
@maxValue(365)
param blobRecoveryDays int

@description('Where its logs go.')
param workspaceId string

var deploymentContainer = 'deployments'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: {
        enabled: true
        days: blobRecoveryDays
      }
    }

    resource deployments 'containers' = {
      name: deploymentContainer
      properties: { publicAccess: 'None' }
    }
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: {
      name: table
    }]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    // The current version is what every new instance starts from: it is never removed, however old.
    properties: {
      policy: {
        rules: [
          {
            name: 'old-versions-of-deployments'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['${deploymentContainer}/']
              }
              actions: {
                version: { delete: { daysAfterCreationGreaterThan: 90 } }
                snapshot: { delete: { daysAfterCreationGreaterThan: 90 } }
              }
            }
          }
          {
            name: 'old-versions-of-the-host'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['azure-webjobs-']
              }
              actions: {
                version: { delete: { daysAfterCreationGreaterThan: 1 } }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'tables-to-workspace'
  scope: account::tableService
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

@description('Resource id, for private endpoints.')
output id string = account.id

@description('Name, for role assignments and the host\'s own connection.')
output name string = account.name

@description('Address of the tables.')
output tableEndpoint string = account.properties.primaryEndpoints.table

@description('Address of the container that the app is deployed from.')
output deploymentContainerUri string = '${account.properties.primaryEndpoints.blob}${deploymentContainer}'
