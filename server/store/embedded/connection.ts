import type { Socket } from 'node:net';
import type { Doc } from './values.ts';
import { MessageReader, type Request, readMessage, WireError, writeReply } from './wire.ts';

/** The reply to one command, also when it is refused. */
export type Answer = (command: Doc) => Promise<Buffer>;

/** Serves one connection: one command at a time, in order, no faster than the other side reads. */
export function serve(answer: Answer, socket: Socket): void {
  const reader = new MessageReader();
  let busy = false;

  const drain = async () => {
    if (busy) return;
    busy = true;
    socket.pause();
    try {
      for (let message = reader.next(); message !== null; message = reader.next()) {
        await reply(answer, socket, readMessage(message));
      }
    } catch (error) {
      socket.destroy();
      if (!(error instanceof WireError)) process.emitWarning(String(error));
    } finally {
      busy = false;
    }
    socket.resume();
  };

  socket.on('data', (chunk: Buffer) => {
    reader.push(chunk);
    void drain();
  });
  socket.on('error', () => socket.destroy());
}

async function reply(answer: Answer, socket: Socket, request: Request): Promise<void> {
  const body = await answer(request.command);
  if (!request.wantsReply || socket.destroyed) return;
  if (!socket.write(writeReply(request, body))) await drained(socket);
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
