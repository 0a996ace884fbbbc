using BenchmarkDotNet.Running;
using Lesart.Benchmarks;

if (args is ["text", _, _])
    return TextTimes.Run(args[1..]);
if (args is ["layers", ..])
    return LayerTimes.Run(args[1..]);
if (args is ["stages", ..])
    return StageTimes.Run(args[1..]);
if (args is ["start", ..])
    return StartTimes.Run(args[1..]);
if (args is ["stories", ..])
    return StoryTimes.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(StageTimes).Assembly).Run(args);
return 0;
