metadata name = 'MarketAlerts'
metadata description = 'Everything that MarketAlerts needs in one resource group, without a secret: identities and roles instead of keys.'

targetScope = 'resourceGroup'

@description('Short name of the environment, such as dev or prod; part of every resource name.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Region; it must offer the Flex Consumption plan.')
param location string = resourceGroup().location

@description('Tags on every resource, beside those that name product and environment.')
param tags object = {}

@description('Address that alarms go to. An empty one and those of example.com are refused: nobody would hear an alarm.')
param opsEmail string

@description('Public address of the app\'s pages, which links in mails start with; empty for the one that Azure gives.')
param publicAddress string = ''

@description('Quote sources in the order they are asked, the primary first. Keys are secrets of the vault, see docs/operations.md.')
param quoteSources string[] = ['stooq']

@description('Names of further secrets of the vault that become settings, such as Webhooks--MasterKeys or ChannelSecrets--desk.')
param secretSettings string[] = []

@description('Further settings of the app, such as Delivery__PlainWaitSeconds; README lists them all. No secrets.')
param appSettings object = {}

@description('The sender address of mails, of a domain of your own; empty for DoNotReply@ of the domain that Azure gives, the one sender that it has.')
param mailFrom string = ''

@description('Resource ids of verified domains of the email service that mails may come from, beside the one that Azure gives.')
param mailDomains string[] = []

@description('How many mails a minute the email service takes: 5 with the domain that Azure gives, which never takes more; 30 with a domain of your own, until support raises it.')
@minValue(1)
param mailPerMinute int = empty(mailFrom) ? 5 : 30

@description('How many mails an hour the email service takes: 10 with the domain that Azure gives, which never takes more; 100 with a domain of your own, until support raises it.')
@minValue(1)
param mailPerHour int = empty(mailFrom) ? 10 : 100

@description('Where mail data rests.')
param mailDataLocation string = 'United States'

@description('Standard; Premium only where private networking asks for it.')
@allowed(['Standard', 'Premium'])
param serviceBusSku string = 'Standard'

@description('Whether storage, Service Bus and vault are reached by private endpoints alone. Needs the Premium Service Bus.')
param privateNetworking bool = false

@description('Whether storage and instances survive the loss of a zone; Service Bus does by itself where the region has zones.')
param zoneRedundant bool = false

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 512

@description('Most instances at the same time.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances kept warm for the pages and for each function between a quote and its mail: 0 costs nothing while idle, 1 saves the cold starts.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('Requests to the pages that an instance answers at the same time. Without a number the platform takes one by the memory; 16 is as many as messages of a queue.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 16

@description('How many days logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most gigabytes of logs a day; -1 for no limit.')
param logDailyCapGb int = 1

@description('Whether nobody can purge deleted secrets before their time. It cannot be switched off again.')
param vaultPurgeProtection bool = false

@description('Object id of the person or group that brings in rules and secrets, redrives and sends test mails; empty for none.')
param operatorPrincipalId string = ''

@description('Whether the role by which mail is sent is defined: only Owner and User Access Administrator may. False where the deployment goes by a narrower identity, once the role is there.')
param defineRoles bool = true

@description('What the operator is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorType string = 'User'

var checkedSku = privateNetworking && serviceBusSku != 'Premium'
  ? fail('privateNetworking needs serviceBusSku Premium: the Standard SKU has no private endpoints.')
  : serviceBusSku
var checkedOpsEmail = !contains(opsEmail, '@') || endsWith(toLower(opsEmail), '@example.com')
  ? fail('opsEmail needs an address that somebody reads: set OPS_EMAIL in the environment')
  : opsEmail
var ownDomainNeeded = 'The domain that Azure gives takes 5 mails a minute and 10 an hour, no more: set mailFrom (MAIL_FROM in the environment) to an address of a domain of your own'
var checkedPerMinute = empty(mailFrom) && mailPerMinute > 5 ? fail(ownDomainNeeded) : mailPerMinute
var checkedPerHour = empty(mailFrom) && mailPerHour > 10 ? fail(ownDomainNeeded) : mailPerHour
var unique = uniqueString(subscription().subscriptionId, resourceGroup().id, environmentName)
var suffix = '${environmentName}-${take(unique, 6)}'
var allTags = union(tags, {
  product: 'MarketAlerts'
  environment: environmentName
  'azd-env-name': environmentName
})
var vaultName = 'kv-ma-${take(unique, 10)}'
var secretUri = 'https://${vaultName}${environment().suffixes.keyvaultDns}/secrets/'
var queues = [
  { name: 'quote-pages', maxDelivery: 5 }
  { name: 'news-feeds', maxDelivery: 5 }
  { name: 'splits', maxDelivery: 5 }
  { name: 'market-events', maxDelivery: 5 }
  { name: 'deliveries', maxDelivery: 5 }
]
var tables = ['Catalog', 'Market', 'Subscriptions', 'Subscribers', 'Incidents', 'History', 'Health', 'News', 'Feeds']

var providerKeys = {
  massive: ['Quotes--Massive--ApiKey']
  alpaca: ['Quotes--Alpaca--ApiKey', 'Quotes--Alpaca--ApiSecret']
  tiingo: ['Quotes--Tiingo--ApiKey']
  'twelve-data': ['Quotes--TwelveData--ApiKey']
  finnhub: ['Quotes--Finnhub--ApiKey']
  stooq: []
}

var settingsOfSources = toObject(range(0, length(quoteSources)), number => 'Quotes__Sources__${number}', number => quoteSources[number])
var secrets = concat(['Links--SigningKey'], flatten(map(quoteSources, source => providerKeys[source])), secretSettings)
var settingsOfSecrets = toObject(secrets, name => replace(name, '--', '__'), name => '@Microsoft.KeyVault(SecretUri=${secretUri}${name}/)')

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-marketalerts-${suffix}'
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: 'log-marketalerts-${suffix}'
    insightsName: 'appi-marketalerts-${suffix}'
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'stma${unique}'
    location: location
    tags: allTags
    tables: tables
    zoneRedundant: zoneRedundant
    isPrivate: privateNetworking
    blobRecoveryDays: 7
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  name: 'service-bus'
  params: {
    name: 'sb-marketalerts-${suffix}'
    location: location
    tags: allTags
    sku: checkedSku
    isPrivate: privateNetworking
    queues: queues
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  params: {
    name: vaultName
    location: location
    tags: allTags
    isPrivate: privateNetworking
    purgeProtection: vaultPurgeProtection
    workspaceId: monitoring.outputs.workspaceId
  }
}

module email 'modules/email.bicep' = {
  name: 'email'
  params: {
    emailServiceName: 'email-marketalerts-${suffix}'
    communicationServiceName: 'acs-marketalerts-${suffix}'
    dataLocation: mailDataLocation
    domainIds: mailDomains
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  name: 'network'
  params: {
    name: 'vnet-marketalerts-${suffix}'
    location: location
    tags: allTags
    storageId: storage.outputs.id
    serviceBusId: serviceBus.outputs.id
    vaultId: vault.outputs.id
  }
}

module mailSenderRole 'modules/mail-sender-role.bicep' = if (defineRoles) {
  name: 'mail-sender-role'
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  dependsOn: [mailSenderRole]
  params: {
    appPrincipalId: identity.outputs.principalId
    operatorPrincipalId: operatorPrincipalId
    operatorType: operatorType
    storageName: storage.outputs.name
    serviceBusName: serviceBus.outputs.name
    insightsName: monitoring.outputs.insightsName
    vaultName: vault.outputs.name
    communicationServiceName: email.outputs.communicationServiceName
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  dependsOn: [roles]
  params: {
    name: 'func-marketalerts-${suffix}'
    planName: 'plan-marketalerts-${suffix}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    httpConcurrency: httpConcurrency
    zoneRedundant: zoneRedundant
    subnetId: network.?outputs.appSubnetId ?? ''
    deploymentContainerUri: storage.outputs.deploymentContainerUri
    publicAddress: publicAddress
    workspaceId: monitoring.outputs.workspaceId
    settings: union({
      AzureWebJobsStorage__accountName: storage.outputs.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.outputs.clientId
      AZURE_CLIENT_ID: identity.outputs.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identity.outputs.clientId}'
      ServiceBus__fullyQualifiedNamespace: serviceBus.outputs.hostName
      ServiceBus__credential: 'managedidentity'
      ServiceBus__clientId: identity.outputs.clientId
      Storage__TableServiceUri: storage.outputs.tableEndpoint
      Email__Provider: 'Acs'
      Email__From: empty(mailFrom) ? 'DoNotReply@${email.outputs.senderDomain}' : mailFrom
      Email__Acs__Endpoint: email.outputs.endpoint
      Email__Acs__PerMinute: string(checkedPerMinute)
      Email__Acs__PerHour: string(checkedPerHour)
    }, settingsOfSources, settingsOfSecrets, appSettings)
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    namePrefix: 'alert-marketalerts-${suffix}'
    location: location
    tags: allTags
    opsEmail: checkedOpsEmail
    insightsId: monitoring.outputs.insightsId
    serviceBusId: serviceBus.outputs.id
    eventAlarms: [
      {
        name: 'no-quotes'
        description: 'The market is open and no quote arrives, a source does not accept the key, or its plan is too small for what is watched.'
        events: ['QuotesStandStill', 'SourceFails', 'SourceRefuses', 'PlanTooSmall']
        severity: 1
      }
      {
        name: 'mail-refused'
        description: 'A mail server or webhook refuses us.'
        events: ['ChannelRefuses']
        severity: 1
      }
      {
        name: 'mail-quota'
        description: 'The mail quota is nearly used up: plain alerts begin to wait.'
        events: ['QuotaNearlyUsed']
        severity: 2
      }
      {
        name: 'tables-unread'
        description: 'The health page cannot read a table.'
        events: ['TablesUnread']
        severity: 1
      }
      {
        name: 'calendar-ends'
        description: 'The market calendar runs out of dates.'
        events: ['CalendarEnds', 'CalendarEnded']
        severity: 2
        silence: 'P1D'
      }
    ]
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: {
    displayName: 'MarketAlerts ${environmentName}'
    location: location
    tags: allTags
    insightsId: monitoring.outputs.insightsId
  }
}

@description('Name of the app.')
output functionAppName string = functionApp.outputs.name

@description('Host name of the app\'s pages, such as /api/health.')
output hostName string = functionApp.outputs.hostName

@description('Name of the storage account, for az storage.')
output storageAccount string = storage.outputs.name

@description('Address of the tables, for dev.cs apply.')
output tableServiceUri string = storage.outputs.tableEndpoint

@description('Name of the Service Bus namespace, for az servicebus.')
output serviceBusName string = serviceBus.outputs.name

@description('Host name of the Service Bus namespace, for dev.cs redrive.')
output serviceBusNamespace string = serviceBus.outputs.hostName

@description('Name of the vault that keys go into.')
output vaultName string = vault.outputs.name

@description('The sender of mails.')
output mailFrom string = empty(mailFrom) ? 'DoNotReply@${email.outputs.senderDomain}' : mailFrom

@description('Address by which mails are sent, for dev.cs send-test.')
output mailEndpoint string = email.outputs.endpoint

@description('Name of the email service, which domains of your own are added to.')
output emailServiceName string = email.outputs.emailServiceName

@description('Name of Application Insights, for az monitor app-insights.')
output insightsName string = monitoring.outputs.insightsName
