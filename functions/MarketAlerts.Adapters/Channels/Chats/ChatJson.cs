using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.Chats;

/// <summary>Bytes of a document.</summary>
internal static class ChatJson
{
    public static byte[] Bytes(JObject document) => Encoding.UTF8.GetBytes(document.ToString(Formatting.None));
}
