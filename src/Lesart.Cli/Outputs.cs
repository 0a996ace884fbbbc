namespace Lesart.Cli;

/// <summary>Opens what a command writes to; failures carry the file's name.</summary>
internal static class Outputs
{
    /// <param name="path">Standard output where null or <c>-</c>.</param>
    /// <exception cref="OutputException">It can't be created.</exception>
    public static Stream Open(string? path)
    {
        if (path is null or "-")
            return new BufferedStream(new NamedStream(Console.OpenStandardOutput(), "standard output"), 1 << 16);
        try
        {
            return new BufferedStream(new NamedStream(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), path), 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(path, $"can't be written: {error.Message}");
        }
    }

    /// <summary>Makes a folder that is not there.</summary>
    /// <exception cref="OutputException">It can't be made.</exception>
    public static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(folder, $"the folder can't be made: {error.Message}");
        }
    }

    /// <summary>Names the file in what goes wrong while writing (a full disk).</summary>
    private sealed class NamedStream(Stream inner, string name) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => Try(inner.Flush);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Try(() => inner.Write(buffer, offset, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private void Try(Action write)
        {
            const int BrokenPipe = 32; // EPIPE
            try
            {
                write();
            }
            catch (IOException error) when (error.HResult == BrokenPipe || error.InnerException is System.Net.Sockets.SocketException)
            {
                throw new BrokenPipeException();
            }
            catch (IOException error)
            {
                throw new OutputException(name, $"can't be written: {error.Message}");
            }
        }
    }
}

/// <summary>An output that can't be written.</summary>
internal sealed class OutputException(string path, string reason) : Exception(reason)
{
    public string Path { get; } = path;
}

/// <summary>Whoever read the output has closed it.</summary>
internal sealed class BrokenPipeException : Exception;
