// For real. Names in capitals are environment variables; docs/deployment.md lists them.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param opsEmail = readEnvironmentVariable('OPS_EMAIL', '')

// A group is better than a person, who may leave: AZURE_PRINCIPAL_TYPE=Group with the id of the group.
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param operatorType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
param defineRoles = bool(readEnvironmentVariable('DEFINE_ROLES', 'true'))

param zoneRedundant = true
param maximumInstances = 100
param alwaysReadyInstances = 1
param logRetentionDays = 90
param logDailyCapGb = 10
param vaultPurgeProtection = true

// The domain that Azure gives takes 10 mails an hour: real mail needs a domain of its own, which starts with what stands here until support raises it.
param mailFrom = readEnvironmentVariable('MAIL_FROM', '')
param mailDomains = filter(split(readEnvironmentVariable('MAIL_DOMAINS', ''), ','), id => !empty(id))
param mailPerMinute = int(readEnvironmentVariable('MAIL_PER_MINUTE', '30'))
param mailPerHour = int(readEnvironmentVariable('MAIL_PER_HOUR', '100'))
