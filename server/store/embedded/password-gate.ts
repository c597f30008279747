import { Binary } from 'bson';
import type { Answer } from './connection.ts';
import { ScramConversation, scramKeys } from './scram.ts';
import { StoreError } from './store-error.ts';
import { type Doc, encode } from './values.ts';

const free = ['hello', 'ismaster'];

/** Answers a connection once its client has shown that it knows the password; each connection gets its own. */
export function passwordGate(password: string, { answer, refuse }: Behind): () => Answer {
  const keys = scramKeys(password);
  return () => {
    let conversation: ScramConversation | null = null;
    let isOpen = false;
    const authenticate = (command: Doc): Doc | null => {
      const [name] = Object.keys(command);
      if (name === 'saslStart') {
        if (command['mechanism'] !== 'SCRAM-SHA-256') throw failed();
        conversation = new ScramConversation(keys, textOf(command['payload']));
        return step(conversation.challenge, false);
      }
      if (name !== 'saslContinue') return null;
      const proof = conversation?.answer(textOf(command['payload'])) ?? null;
      conversation = null;
      if (proof === null) throw failed();
      isOpen = true;
      return step(proof, true);
    };
    return async (command) => {
      try {
        const reply = authenticate(command);
        if (reply !== null) return encode(reply);
      } catch (error) {
        return refuse(error instanceof StoreError ? error : failed());
      }
      const [name = ''] = Object.keys(command);
      if (isOpen || free.includes(name.toLowerCase())) return answer(command);
      return refuse(new StoreError(13, `command ${name} requires authentication`));
    };
  };
}

type Behind = { readonly answer: Answer; readonly refuse: (error: StoreError) => Buffer };

const failed = () => new StoreError(18, 'Authentication failed.');

function step(payload: string, done: boolean): Doc {
  return { conversationId: 1, done, payload: new Binary(Buffer.from(payload)), ok: 1 };
}

function textOf(payload: unknown): string {
  if (payload instanceof Binary) return Buffer.from(payload.value()).toString();
  throw failed();
}
