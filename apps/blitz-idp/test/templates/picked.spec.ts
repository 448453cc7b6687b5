import { describeTemplate } from './provider-contract.ts';

// The provider draws the caller's number and tells its last digits, or all of it.
describeTemplate({ id: 'vendor-example', codeLength: 4 });
describeTemplate({ id: 'sms-ru', codeLength: 4, unfitLength: 5 });
describeTemplate({ id: 'smsc', codeLength: 6, unfitLength: 7 });
describeTemplate({ id: 'smsint', codeLength: 4, unfitLength: 5 });
