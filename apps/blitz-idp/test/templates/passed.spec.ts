import { describeTemplate } from './provider-contract.ts';

// We ask for a code. What the provider answers counts.
describeTemplate({ id: 'ucaller', codeLength: 4, unfitLength: 5, passesCode: true });
describeTemplate({ id: 'zvonok', codeLength: 4, unfitLength: 5, passesCode: true });
describeTemplate({ id: 'new-tel', codeLength: 4, unfitLength: 5, passesCode: true });
describeTemplate({ id: 'unibell', codeLength: 4, unfitLength: 3, passesCode: true });
describeTemplate({ id: 'mcn', codeLength: 4, passesCode: true });
describeTemplate({ id: 'i-digital', codeLength: 4, unfitLength: 3, passesCode: true, digitsOfOurs: true });
