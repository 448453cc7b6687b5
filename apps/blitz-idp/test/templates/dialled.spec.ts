import { describeTemplate } from './provider-contract.ts';

describeTemplate({ id: 'bird', codeLength: 4 });
describeTemplate({ id: 'asterisk-ari', codeLength: 4, digitsOfOurs: true });
