using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param opsEmail = readEnvironmentVariable('OPS_EMAIL', 'ops@example.com')
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param operatorType = 'Group'
param zoneRedundant = true
param maximumInstances = 100
param alwaysReadyInstances = 1
param logRetentionDays = 90
param logDailyCapGb = 10
param vaultPurgeProtection = true
param mailPerMinute = 1000
param mailPerHour = 50000
