metadata description = 'The functions, on a Flex Consumption plan: they cost what they run.'

@description('Name of the app.')
param name string

@description('Name of the plan.')
param planName string

@description('Region.')
param location string

@description('Tags of the resources.')
param tags object

@description('Resource id of the identity that the app runs under.')
param identityId string

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Most instances at the same time.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Instances that are kept warm for the pages and for each function between a quote and its mail: 0 costs nothing while idle, 1 saves the cold starts.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int

@description('Requests to the pages that an instance answers at the same time.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int

@description('Whether instances are spread over zones.')
param zoneRedundant bool

@description('Resource id of the subnet that the app reaches the private endpoints from; empty for none.')
param subnetId string

@description('Address of the container that the app is deployed from.')
param deploymentContainerUri string

@description('The settings of the app; no secrets, but references to the vault.')
param settings object

@description('Public address of the app\'s pages, which links in mails start with; empty for the one that Azure gives.')
param publicAddress string

@description('Where its logs go.')
param workspaceId string

// What a reader waits for: the way from a quote to the mail, and the pages behind its links. Each scales by itself and starts cold by itself.
// https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#always-ready-instances
var warm = ['http', 'function:ReadQuotes', 'function:RouteEvents', 'function:Notify']

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    // No ftpsState, alwaysOn, linuxFxVersion and their like: a Flex Consumption plan has none of what they set, and regions that look refuse them
    // (https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations). FTP is off by the policy `noFtp`.
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: [for name in alwaysReadyInstances == 0 ? [] : warm: {
          name: name
          instanceCount: alwaysReadyInstances
        }]
        triggers: { http: { perInstanceConcurrency: httpConcurrency } }
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, {
      Links__BaseUrl: empty(publicAddress) ? 'https://${app.properties.defaultHostName}' : publicAddress
    })
  }

  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Name of the app.')
output name string = app.name

@description('Host name of the app\'s pages.')
output hostName string = app.properties.defaultHostName
