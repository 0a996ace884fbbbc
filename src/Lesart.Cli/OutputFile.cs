namespace Lesart.Cli;

/// <summary>What a command writes to; failures carry the file's name.</summary>
/// <remarks>A file stands under its name only when it was written to its end: until <see cref="Complete"/> its bytes lie beside it, and go with whatever stops the command. What is no
/// file of a folder (standard output, a device, a pipe) is written as it comes.</remarks>
internal sealed class OutputFile : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly string? _part;
    private readonly Stream _bytes;
    private bool _isClosed;
    private bool _isComplete;

    private OutputFile(string path, string? part, Stream bytes) =>
        (_path, _part, _bytes, Stream) = (path, part, bytes, new BufferedStream(new NamedStream(bytes, path), 1 << 16));

    /// <summary>Takes the bytes.</summary>
    public Stream Stream { get; }

    /// <param name="path">Standard output where null or <c>-</c>.</param>
    /// <exception cref="OutputException">It can't be created.</exception>
    public static OutputFile Open(string? path)
    {
        if (path is null or "-")
            return new OutputFile("standard output", null, Console.OpenStandardOutput());
        try
        {
            if (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
                return new OutputFile(path, null, new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
            string target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;
            if (Directory.Exists(target))
                throw new OutputException(path, "can't be written: it is a folder");
            if (File.Exists(target))
            {
                FileStream present = new(target, FileMode.Open, FileAccess.Write, FileShare.Read); // a file that may not be written is no less so because its folder may
                if (!present.CanSeek)
                    return new OutputFile(path, null, present);
                present.Dispose();
            }

            string part = Path.Combine(Path.GetDirectoryName(target) ?? "", string.Create(System.Globalization.CultureInfo.InvariantCulture, $".{Path.GetFileName(target)}.{Environment.ProcessId}.part"));
            lock (Gate)
            {
                FileStream bytes = new(part, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
                Parts.Add(part);
                return new OutputFile(target, part, bytes);
            }
        }
        catch (DirectoryNotFoundException)
        {
            throw new OutputException(path, "can't be written: its folder is not there");
        }
        catch (UnauthorizedAccessException)
        {
            throw new OutputException(path, "can't be written: access is denied"); // the system's words would name the part beside it
        }
        catch (IOException error)
        {
            throw new OutputException(path, $"can't be written: {error.Message}");
        }
    }

    /// <summary>Finds out whether a file can be written before the work for it is done; leaves it as it is.</summary>
    /// <exception cref="OutputException">It can't.</exception>
    public static void Check(string path) => Open(path).Dispose();

    /// <summary>Ends writing: a file of a folder waits for its name without a handle, of which a process may hold few.</summary>
    /// <exception cref="OutputException">It can't be written.</exception>
    public void Close()
    {
        if (_isClosed)
            return;
        Stream.Flush();
        if (_part is not null)
            _bytes.Dispose();
        _isClosed = true;
    }

    /// <summary>Gives all their names, once each was written to its end.</summary>
    /// <exception cref="OutputException">One can't be written.</exception>
    public static void Complete(params ReadOnlySpan<OutputFile> files)
    {
        foreach (OutputFile file in files)
            file.Close();

        lock (Gate)
        {
            foreach (OutputFile file in files)
                file.Name();
        }
    }

    /// <summary>Removes what was not written to its end and lets nothing more be opened or named: for a command that is being stopped.</summary>
    public static void Abandon()
    {
        Gate.Enter(); // for good
        foreach (string part in Parts)
            File.Delete(part);
    }

    /// <summary>Closes it; what is not complete is gone.</summary>
    public void Dispose()
    {
        if (_part is null)
        {
            Stream.Dispose();
            return;
        }

        _bytes.Dispose(); // what is still held back is not wanted any more
        if (_isComplete)
            return;
        lock (Gate)
        {
            File.Delete(_part);
            Parts.Remove(_part);
        }
    }

    private void Name()
    {
        if (_part is null)
            return;
        try
        {
            if (!OperatingSystem.IsWindows() && File.Exists(_path))
                File.SetUnixFileMode(_part, File.GetUnixFileMode(_path));
            File.Move(_part, _path, overwrite: true);
            Parts.Remove(_part);
            _isComplete = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(_path, $"can't be written: {error.Message}");
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
