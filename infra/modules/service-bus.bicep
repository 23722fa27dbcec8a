metadata description = 'The queues. A message that fails too often, or that nobody takes in time, becomes a dead letter and an alarm.'

@description('A queue and how often a message of it is delivered before it becomes a dead letter.')
type queue = {
  @description('Its name.')
  name: string

  @description('How often a message is delivered at most.')
  maxDelivery: int
}

@description('Name of the namespace.')
param name string

@description('Region.')
param location string

@description('Tags of the resource.')
param tags object

@description('Standard; Premium only where private networking asks for it.')
@allowed(['Standard', 'Premium'])
param sku string

@description('Whether only private endpoints reach it.')
param isPrivate bool

@description('The queues that the app uses.')
param queues queue[]

@description('Where its logs go.')
param workspaceId string

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: sku == 'Premium' ? { name: sku, tier: sku, capacity: 1 } : { name: sku, tier: sku }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }

  resource entities 'queues' = [for queue in queues: {
    name: queue.name
    properties: {
      lockDuration: 'PT1M'
      maxDeliveryCount: queue.maxDelivery
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      deadLetteringOnMessageExpiration: true
      defaultMessageTimeToLive: 'P14D'
      maxSizeInMegabytes: 1024
      enableBatchedOperations: true
    }
  }]
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'OperationalLogs'
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

@description('Resource id, for alert rules and private endpoints.')
output id string = namespace.id

@description('Name, for role assignments.')
output name string = namespace.name

@description('Host name, by which the app reaches it.')
output hostName string = replace(replace(namespace.properties.serviceBusEndpoint, 'https://', ''), ':443/', '')
