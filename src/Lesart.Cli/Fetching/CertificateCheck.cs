using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Lesart.Cli.Fetching;

/// <summary>Refuses servers whose certificate the machine doesn't trust, and says what is wrong with it.</summary>
internal static class CertificateCheck
{
    /// <summary>Called by the handler when a connection is encrypted.</summary>
    /// <exception cref="FetchException">The certificate can't be trusted.</exception>
    public static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
            throw new FetchException($"the server's certificate can't be trusted: {string.Join(", ", Reasons(chain, errors))}");
        return errors == SslPolicyErrors.None;
    }

    private static IEnumerable<string> Reasons(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            yield return "it shows none";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            yield return "it is made out to another name";
        X509ChainStatusFlags status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, static (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            yield return "it has expired or is not valid yet";
        if (status.HasFlag(X509ChainStatusFlags.Revoked))
            yield return "it has been revoked";
        if ((status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != X509ChainStatusFlags.NoError)
            yield return "nobody whom this machine trusts has signed it (self-signed?)";
        X509ChainStatusFlags rest = status & ~(X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.Revoked | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain
            | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation);
        if (rest != X509ChainStatusFlags.NoError)
            yield return rest.ToString();
    }
}
