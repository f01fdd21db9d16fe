// Loaded into the server by `npm start`: when that is killed, the server stops in good order, and its database with it.
if (process.connected) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}
