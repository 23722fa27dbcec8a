metadata description = 'The role by which mail is sent. The built-in one for that, Communication and Email Service Owner, may list the keys and do everything else.'

import { mailSender } from 'role-ids.bicep'

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: mailSender(resourceGroup().id)
  properties: {
    // The name of a role is unique in the whole directory.
    roleName: 'MarketAlerts mail sender ${uniqueString(resourceGroup().id)}'
    description: 'Sends mail by a communication service; lists and makes no keys.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        // The three that Microsoft names for mail; there is no narrower one, and no data action. Writing, so also changing the service, is what sending asks for.
        // https://learn.microsoft.com/azure/communication-services/quickstarts/email/send-email-smtp/smtp-authentication
        actions: [
          'Microsoft.Communication/CommunicationServices/Read'
          'Microsoft.Communication/CommunicationServices/Write'
          'Microsoft.Communication/EmailServices/Write'
        ]
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}
