import type { Dialect } from './dialect.ts';
import { asteriskAri } from './dialled/asterisk-ari.ts';
import { bird } from './dialled/bird.ts';
import { iDigital } from './passed/i-digital.ts';
import { mcn } from './passed/mcn.ts';
import { newTel } from './passed/new-tel.ts';
import { ucaller } from './passed/ucaller.ts';
import { unibell } from './passed/unibell.ts';
import { zvonok } from './passed/zvonok.ts';
import { smsRu } from './picked/sms-ru.ts';
import { smsc } from './picked/smsc.ts';
import { smsint } from './picked/smsint.ts';
import { sinch } from './verified/sinch.ts';
import { telesign } from './verified/telesign.ts';
import { telnyx } from './verified/telnyx.ts';

/** By who decides on the code: the provider, the client, the client by the whole number; and those who keep it to themselves. */
export const dialects: readonly Dialect[] = [
  smsRu, smsc, smsint,
  ucaller, zvonok, newTel, unibell, mcn, iDigital,
  bird, asteriskAri,
  sinch, telesign, telnyx,
];
