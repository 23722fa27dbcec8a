using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param opsEmail = readEnvironmentVariable('OPS_EMAIL', 'ops@example.com')
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
