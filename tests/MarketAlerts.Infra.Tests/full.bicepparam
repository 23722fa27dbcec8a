// For the tests alone: everything that dev and prod leave out, so that a typo in any module is seen.
using '../../infra/main.bicep'

param environmentName = 'full'
param opsEmail = 'ops@marketalerts.example'
param operatorPrincipalId = '11111111-1111-1111-1111-111111111111'
param operatorType = 'Group'
param privateNetworking = true
param serviceBusSku = 'Premium'
param quoteSources = ['massive', 'alpaca', 'stooq']
param secretSettings = ['Webhooks--MasterKeys']
param publicAddress = 'https://alerts.marketalerts.example'
param mailFrom = 'alerts@marketalerts.example'
param mailDomains = ['/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-marketalerts/providers/Microsoft.Communication/emailServices/email-marketalerts-full/domains/marketalerts.example']
param mailPerMinute = 1000
param mailPerHour = 50000
param appSettings = { Delivery__PlainWaitSeconds: '60' }
