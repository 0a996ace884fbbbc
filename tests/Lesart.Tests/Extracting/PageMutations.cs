using System.Text;

namespace Lesart.Tests.Extracting;

/// <summary>What can go wrong with a file on its way, and what an attacker adds.</summary>
internal static class PageMutations
{
    private static readonly string[] Insertions =
    [
        "<div>", "</div>", "<p", "<!--", "-->", "<script>", "</script>", "<b><i><a href='", "\"", "'", "<table><tr>", "&#x110000;", "&#0;", "<svg><title>", "<![CDATA[", "]]>", "\0", "\uFEFF",
        "{\"@type\":\"NewsArticle\",\"headline\":", "<script type=\"application/ld+json\">{\"@graph\":[{", "---\n", "](", "**", "From a@b\n", "WARC/1.0\r\n", "<?xml version='1.0'?>", "<time datetime='", "<h1>", "\u202E", "\r", "9999-99-99T99:99:99+99:99",
    ];

    public static byte[] Mutate(byte[] sample, Random random)
    {
        List<byte> bytes = [.. sample];
        int changes = random.Next(1, 12);
        for (int i = 0; i < changes; i++)
        {
            int at = random.Next(bytes.Count + 1);
            int length = Math.Min(random.Next(1, 400), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Insertions[random.Next(Insertions.Length)]));
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 3 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 4:
                    string piece = Insertions[random.Next(Insertions.Length)];
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, random.Next(2, 300)))));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
