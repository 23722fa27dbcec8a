metadata description = 'Azure Communication Services Email, with the domain that Azure gives and those of one\'s own, which are created and verified in the same service by hand.'

@description('Name of the email service.')
param emailServiceName string

@description('Name of the communication service that sends.')
param communicationServiceName string

@description('Where mail data rests, such as United States or Europe.')
param dataLocation string

@description('Resource ids of verified domains that the communication service sends from, beside the one that Azure gives.')
param domainIds string[]

@description('Tags of the resources.')
param tags object

@description('Where its logs go.')
param workspaceId string

resource email 'Microsoft.Communication/emailServices@2026-03-18' = {
  name: emailServiceName
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }

  resource domain 'domains' = {
    name: 'AzureManagedDomain'
    location: 'global'
    tags: tags
    properties: {
      domainManagement: 'AzureManaged'
      userEngagementTracking: 'Disabled'
    }
  }
}

resource communication 'Microsoft.Communication/communicationServices@2026-03-18' = {
  name: communicationServiceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    // Whoever may read keys could send as us for ever: https://learn.microsoft.com/azure/communication-services/concepts/authentication
    disableLocalAuth: true
    linkedDomains: concat([email::domain.id], domainIds)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: communication
  properties: {
    workspaceId: workspaceId
    // EmailStatusUpdateOperational holds the addresses of recipients: it is left out.
    logs: [
      {
        category: 'EmailSendMailOperational'
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

@description('Name of the communication service, for the role assignments.')
output communicationServiceName string = communication.name

@description('Name of the email service, which domains of one\'s own are added to.')
output emailServiceName string = email.name

@description('Address by which the app sends.')
output endpoint string = 'https://${communication.properties.hostName}'

@description('The domain that mail comes from.')
output senderDomain string = email::domain.properties.mailFromSenderDomain
