metadata description = 'What wakes ops: one rule a kind of trouble. docs/operations.md says for each what it means and what to do first.'

@description('An alarm on events that the app logs.')
type eventAlarm = {
  @description('Short name, as docs/operations.md lists it.')
  name: string

  @description('What is wrong, in a sentence.')
  description: string

  @description('The names of the log events.')
  events: string[]

  @description('0 critical to 4 verbose.')
  @minValue(0)
  @maxValue(4)
  severity: int

  @description('How long it is silent once it has spoken; an hour unless said.')
  silence: string?
}

@description('Start of the names of the rules.')
param namePrefix string

@description('Region.')
param location string

@description('Tags of the resources.')
param tags object

@description('Who is told, by mail.')
param opsEmail string

@description('Resource id of Application Insights.')
param insightsId string

@description('Resource id of the Service Bus namespace.')
param serviceBusId string

@description('The alarms on log events.')
param eventAlarms eventAlarm[]

resource ops 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-ops'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'ops'
    emailReceivers: [
      {
        name: 'ops'
        emailAddress: opsEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${namePrefix}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'A message was given up after its last delivery: look at it, mend the cause, redrive it.'
    enabled: true
    severity: 1
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: ['*']
            }
          ]
        }
      ]
    }
    actions: [{ actionGroupId: ops.id }]
  }
}

resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-app-silent'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${namePrefix}-app-silent'
    description: 'The watchdog has not run for a quarter of an hour: the app is down, so no other rule can speak.'
    enabled: true
    severity: 0
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          // With OpenTelemetry a run shows as a request, as a dependency or only in what the host logs, depending on the host's version: any of them will do.
          query: 'union requests, dependencies, traces | where (name has "Watchdog" and tobool(success)) or message startswith "Executed \'Functions.Watchdog\' (Succeeded"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [ops.id] }
  }
}

// The app says once that the budget is broken (1007) and once that it is kept again (1008): whichever is newest holds.
resource lateness 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-late-alerts'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${namePrefix}-late-alerts'
    description: 'Alerts take longer than the latency budget.'
    enabled: true
    severity: 2
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'P2D'
    criteria: {
      allOf: [
        {
          query: 'union traces, exceptions | extend Event = tostring(customDimensions.EventName) | where Event in ("LatencyBudgetBroken", "LatencyBudgetKept") | summarize arg_max(timestamp, Event) | where Event == "LatencyBudgetBroken"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [ops.id] }
  }
}

// An event is logged once or now and then, and a quiet minute says nothing of whether the trouble is over: these do not resolve by themselves. The window is three
// times the step, so that what is ingested late is still seen; a record with an exception lies in exceptions.
resource onEvents 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alarm in eventAlarms: {
  name: '${namePrefix}-${alarm.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${namePrefix}-${alarm.name}'
    description: alarm.description
    enabled: true
    severity: alarm.severity
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'union traces, exceptions | where tostring(customDimensions.EventName) in ("${join(alarm.events, '", "')}")'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: false
    muteActionsDuration: alarm.?silence ?? 'PT1H'
    actions: { actionGroups: [ops.id] }
  }
}]
