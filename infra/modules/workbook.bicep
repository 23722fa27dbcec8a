metadata description = 'One page for ops: what ran, how long alerts took, what waits and what failed.'

@description('What the workbook is called.')
param displayName string

@description('Region.')
param location string

@description('Tags of the resource.')
param tags object

@description('Resource id of Application Insights.')
param insightsId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, displayName)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: displayName
    category: 'workbook'
    sourceId: insightsId
    serializedData: loadTextContent('../workbook.json')
  }
}
