using System.Text;

namespace Lesart.Analyzing;

/// <summary>A name taken apart, as bytes: kind and whether the given name is a letter alone, how many middle names there are, then each part behind its length.</summary>
internal static class NameFormBytes
{
    private const int InitialOnly = 0x80;

    public static void Write(MemoryStream file, NameForm form)
    {
        file.WriteByte((byte)((int)form.Kind | (form.HasInitialOnly ? InitialOnly : 0)));
        file.WriteByte(checked((byte)form.Middle.Length));
        foreach (string part in (ReadOnlySpan<string>)[form.Given, form.Surname, form.Generation, form.Initials, form.Key, form.Id, .. form.Middle])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            file.WriteByte(checked((byte)bytes.Length));
            file.Write(bytes);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote at the beginning of some bytes.</summary>
    public static NameForm Read(ReadOnlySpan<byte> bytes)
    {
        byte head = bytes[0];
        string[] middle = bytes[1] == 0 ? [] : new string[bytes[1]];
        bytes = bytes[2..];
        string given = Next(ref bytes), surname = Next(ref bytes), generation = Next(ref bytes), initials = Next(ref bytes), key = Next(ref bytes), id = Next(ref bytes);
        for (int i = 0; i < middle.Length; i++)
            middle[i] = Next(ref bytes);
        return new NameForm((NameKind)(head & ~InitialOnly), given, surname, generation, initials, middle, key) { HasInitialOnly = (head & InitialOnly) != 0, Id = id };
    }

    private static string Next(ref ReadOnlySpan<byte> bytes)
    {
        int end = 1 + bytes[0];
        string part = Encoding.UTF8.GetString(bytes[1..end]);
        bytes = bytes[end..];
        return part;
    }
}
