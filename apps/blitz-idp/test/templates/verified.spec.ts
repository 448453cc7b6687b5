import { describeTemplate } from './provider-contract.ts';

// The provider keeps the code to itself and is asked about each entry.
describeTemplate({ id: 'sinch', codeLength: 4, verifies: true });
describeTemplate({ id: 'telesign', codeLength: 5, unfitLength: 4, verifies: true });
describeTemplate({ id: 'telnyx', codeLength: 5, verifies: true });
