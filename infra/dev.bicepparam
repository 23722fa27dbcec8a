// For a try. Names in capitals are environment variables; docs/deployment.md lists them.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param opsEmail = readEnvironmentVariable('OPS_EMAIL', '')
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param operatorType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
param defineRoles = bool(readEnvironmentVariable('DEFINE_ROLES', 'true'))
