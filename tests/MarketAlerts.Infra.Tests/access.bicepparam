// For the tests alone: both identities.
using '../../infra/access.bicep'

param deployPrincipalId = '22222222-2222-2222-2222-222222222222'
param whatIfPrincipalId = '33333333-3333-3333-3333-333333333333'
