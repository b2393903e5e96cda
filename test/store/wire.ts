/** A wire to a server that a test can cut and mend: the server stays, its clients lose it. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface Wire {
  /** The server's URI, by way of the wire. */
  uri: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function wireTo(uri: string): Promise<Wire> {
  const target = new URL(uri);
  const sockets = new Set<Socket>();
  let server: Server;
  const listen = async (port: number): Promise<void> => {
    server = createServer(client => {
      const upstream = connect(Number(target.port || 27_017), target.hostname);
      for (const [socket, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        sockets.add(socket);
        socket.pipe(other);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
      }
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server!.address() as AddressInfo;
  const way = new URL(uri);
  way.host = `127.0.0.1:${port}`;
  return {
    uri: way.href,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(port),
  };
}
