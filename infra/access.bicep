metadata name = 'MarketAlerts access'
metadata description = 'What the workflow may in one resource group: an identity that deploys, and one that only looks what a pull request would change. Deployed by hand, once an environment.'

import { builtIn, mailSender } from 'modules/role-ids.bicep'

targetScope = 'resourceGroup'

@description('Object id of the identity that deploys this group, and no other; empty for none.')
param deployPrincipalId string = ''

@description('Object id of the identity that runs what-if; empty for none.')
param whatIfPrincipalId string = ''

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'
var roleAdministrator = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168'
var reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

// Only what modules/roles.bicep gives may be given and taken: not Owner to itself. https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
var given = join(concat(map(items(builtIn), role => role.value), [mailSender(resourceGroup().id)]), ', ')
var isGiven = '[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${given}}'
var onlyThose = '((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR (@Request${isGiven})) AND ((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/delete\'})) OR (@Resource${isGiven}))'

resource deployChanges 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployPrincipalId)) {
  name: guid(resourceGroup().id, deployPrincipalId, contributor)
  properties: {
    description: 'Creates and changes the resources of this group. It may define no role.'
    principalId: deployPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
  }
}

resource deployAssigns 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployPrincipalId)) {
  name: guid(resourceGroup().id, deployPrincipalId, roleAdministrator)
  properties: {
    description: 'Assigns the roles of the template, and no others.'
    principalId: deployPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleAdministrator)
    condition: onlyThose
    conditionVersion: '2.0'
  }
}

// Reading is not enough: what-if is an action. https://learn.microsoft.com/azure/azure-resource-manager/bicep/deploy-what-if
resource whatIf 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (!empty(whatIfPrincipalId)) {
  name: guid(resourceGroup().id, 'what-if')
  properties: {
    roleName: 'MarketAlerts what-if ${uniqueString(resourceGroup().id)}'
    description: 'Asks what a deployment would change; changes nothing.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Resources/deployments/whatIf/action'
          'Microsoft.Resources/deployments/validate/action'
        ]
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

resource whatIfAsks 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(whatIfPrincipalId)) {
  name: guid(resourceGroup().id, whatIfPrincipalId, 'what-if')
  properties: {
    description: 'What a pull request would change.'
    principalId: whatIfPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', whatIf.name)
  }
}

resource whatIfReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(whatIfPrincipalId)) {
  name: guid(resourceGroup().id, whatIfPrincipalId, reader)
  properties: {
    description: 'What is there, to compare with; no secret and no row of a table, but dev\'s logs.'
    principalId: whatIfPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
  }
}
