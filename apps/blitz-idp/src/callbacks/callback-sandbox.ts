import { QuickJsSandbox } from '@blitz/sandbox';

/** Where procedures read what providers tell, apart from where they make calls. */
export class CallbackSandbox extends QuickJsSandbox {}
