using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lesart.Tests.Fetching;

/// <summary>A server on loopback plays the site; it answers one request on each connection.</summary>
internal sealed class LoopbackSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Any, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public LoopbackSite()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = Task.Run(ServeAsync);
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Whole answers by path; what is not here is not found.</summary>
    public Dictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers that are more than text, by path.</summary>
    public Dictionary<string, Func<NetworkStream, Task>> Streams { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for, apart from robots.txt.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The address that each connection was made to.</summary>
    public List<IPAddress> Reached { get; } = [];

    public static string Answer(string status, string body, params string[] headers) =>
        $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(static header => header + "\r\n"))}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Reached.Add(((IPEndPoint)client.Client.LocalEndPoint!).Address);
                await ServeAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The reader went away in the middle of an answer.
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[8_192];
        int length = await stream.ReadAsync(buffer);
        string request = Encoding.ASCII.GetString(buffer, 0, length);
        string path = request.Split(' ') is [_, string asked, ..] ? asked : "/";
        if (path != "/robots.txt")
            Requests.Add(request);
        if (Streams.TryGetValue(path, out Func<NetworkStream, Task>? write))
            await write(stream);
        else
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Answers.GetValueOrDefault(path) ?? Answer("404 Not Found", "")));
    }
}
