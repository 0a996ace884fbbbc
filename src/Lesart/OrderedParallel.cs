using System.Threading.Channels;

namespace Lesart;

/// <summary>Maps records on several threads and gives the results in the records' order.</summary>
public static class OrderedParallel
{
    private const int RecordsAheadPerThread = 8;

    /// <summary>Maps <paramref name="source"/>; the source is read, and the results are yielded, on the caller's thread.</summary>
    /// <param name="source">Records; read no further than a few records a thread ahead of the consumer.</param>
    /// <param name="map">Called on several threads at once; its exceptions surface at the record's place.</param>
    /// <param name="threads">1 or more; with 1 everything runs on the caller's thread.</param>
    public static IEnumerable<TResult> Map<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> map, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return threads == 1 ? source.Select(map) : MapOnThreads(source, map, threads);
    }

    private static IEnumerable<TResult> MapOnThreads<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> map, int threads)
    {
        Channel<Job<TSource, TResult>> jobs = Channel.CreateBounded<Job<TSource, TResult>>(threads * RecordsAheadPerThread);
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(number => new Thread(() => Work(jobs.Reader, map), maxStackSize: 16 * 1024 * 1024)
        {
            IsBackground = true,
            Name = $"lesart {number}",
        })];
        foreach (Thread worker in workers)
            worker.Start();
        try
        {
            Queue<Job<TSource, TResult>> waiting = new();
            foreach (TSource record in source)
            {
                if (waiting.Count == threads * RecordsAheadPerThread)
                    yield return waiting.Dequeue().Result();
                Job<TSource, TResult> job = new(record);
                waiting.Enqueue(job);
                jobs.Writer.TryWrite(job); // never full: no more than the channel's capacity are waiting
            }

            while (waiting.TryDequeue(out Job<TSource, TResult>? job))
                yield return job.Result();
        }
        finally
        {
            jobs.Writer.Complete();
        }
    }

    private static void Work<TSource, TResult>(ChannelReader<Job<TSource, TResult>> jobs, Func<TSource, TResult> map)
    {
        while (true)
        {
            ValueTask<bool> more = jobs.WaitToReadAsync();
            if (!(more.IsCompleted ? more.Result : more.AsTask().GetAwaiter().GetResult()))
                return;
            while (jobs.TryRead(out Job<TSource, TResult>? job))
                job.Run(map);
        }
    }

    private sealed class Job<TSource, TResult>(TSource record)
    {
        private readonly TaskCompletionSource<TResult> _result = new();

        public void Run(Func<TSource, TResult> map)
        {
            try
            {
                _result.SetResult(map(record));
            }
#pragma warning disable CA1031 // whatever the mapping throws belongs to the consumer, at this record's place
            catch (Exception error)
#pragma warning restore CA1031
            {
                _result.SetException(error);
            }
        }

        public TResult Result() => _result.Task.GetAwaiter().GetResult();
    }
}
