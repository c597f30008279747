import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  /** Recipients of the envelope. */
  readonly to: readonly string[];
  /** The message as it came, decoded byte by byte. */
  readonly raw: string;
  readonly parsed: Email;
}

export interface TestSmtp {
  /** `smtp://127.0.0.1:<port>` for SMTP_URL. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answers the recipient with this SMTP code from now on; null accepts again. */
  refuse(address: string, code: number | null): void;
  /** Resolves with the mails to the address once there are `count` of them. */
  received(address: string, count?: number): Promise<readonly ReceivedMail[]>;
  stop(): Promise<void>;
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const refusal = (code: number) =>
  Object.assign(new Error(code < 500 ? 'Try again later' : 'No such mailbox'), { responseCode: code });

/** A real SMTP server on a loopback port, a free one unless it is named, that keeps what it gets. */
export async function startSmtp(wantedPort = 0): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = refused.get(address);
      done(code === undefined ? null : refusal(code));
    },
    onData(stream, { envelope }, done) {
      readAll(stream)
        .then(async (bytes) => {
          mails.push({
            from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
            to: envelope.rcptTo.map(({ address }) => address),
            raw: bytes.toString('latin1'),
            parsed: await PostalMime.parse(bytes),
          });
          for (const look of waiting) look();
          done();
        })
        .catch(done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailsTo = (address: string) => mails.filter(({ to }) => to.includes(address));
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse(address, code) {
      if (code === null) refused.delete(address);
      else refused.set(address, code);
    },
    received: (address, count = 1) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${mailsTo(address).length} of ${count} mails to ${address}`)),
          20_000,
        );
        const look = () => {
          if (mailsTo(address).length < count) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve(mailsTo(address));
        };
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
