import Foundation

#if canImport(Glibc)
// Not in Glibc's Swift module.
@_silgen_name("mallopt")
private func mallopt(_ parameter: CInt, _ value: CInt) -> CInt

/// Has what is large go back to the system as soon as it is let go of.
///
/// Else glibc keeps room of a size that was freed once, in each thread's own heap: a sixth of the
/// browser's memory at a million listings. An import, which frees and takes all the time, is better
/// off with it.
func giveMemoryBack() {
  let (trimThreshold, mmapThreshold, mostArenas): (CInt, CInt, CInt) = (-1, -3, -8)
  _ = mallopt(mmapThreshold, 256 << 10)
  // What the sets of rows of a key take, so that the next key need not ask the system for it again.
  _ = mallopt(trimThreshold, 2 << 20)
  _ = mallopt(mostArenas, 1)
}
#else
func giveMemoryBack() {}
#endif
