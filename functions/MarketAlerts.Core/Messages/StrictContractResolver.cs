using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace MarketAlerts.Core.Messages;

/// <summary>Requires every property that is not declared nullable, so that a missing one is an error and not a silent default.</summary>
internal sealed class StrictContractResolver : DefaultContractResolver
{
    private readonly NullabilityInfoContext _nullability = new();

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (member is PropertyInfo info && info.GetIndexParameters().Length is 0)
        {
            property.Required = IsNullable(info) ? Required.Default : Required.Always;
        }

        return property;
    }

    private bool IsNullable(PropertyInfo info)
    {
        lock (_nullability)
        {
            return _nullability.Create(info).ReadState is NullabilityState.Nullable;
        }
    }
}
