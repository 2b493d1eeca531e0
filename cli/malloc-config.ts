// Loaded before `npm start` (`node --import`). glibc would keep what compiling and bursts of requests freed, for each
// thread apart: of a gateway's 215 MB under load 25. It reads its settings when a process begins, so this one
// begins again in its place, once; other systems' allocators do not know them.

const SETTINGS = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' }

const isSet = Object.keys(SETTINGS).some((name) => name in process.env)
// what a parent sends would be lost on the way
if (process.platform === 'linux' && !isSet && !process.connected) {
  const args = [...process.execArgv, ...process.argv.slice(1)]
  try {
    process.execve?.(process.execPath, [process.execPath, ...args], { ...process.env, ...SETTINGS })
  } catch {
    // some memory more is no reason not to start
  }
}
