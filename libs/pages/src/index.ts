export { assets, type Asset } from './assets.ts';
export type { CallState, LiveState } from './components/call-state.tsx';
export type { HiddenField } from './components/form.tsx';
export type { Frame, Method } from './frame.ts';
export { isLanguage, languages, type Language } from './language.ts';
export { methodWords, type NamedMethod } from './method-words.ts';
export { blockedPage, type BlockedModel } from './pages/blocked-page.tsx';
export { callOfferPage, type CallOfferModel } from './pages/call-offer-page.tsx';
export { closedPage, type ClosedModel, type Closing } from './pages/closed-page.tsx';
export { codePage, type CodeModel } from './pages/code-page.tsx';
export {
  consoleEnterPage,
  consoleLoggedOutPage,
  consoleRefusedPage,
  isConsoleRefusal,
  type ConsoleEnterModel,
  type ConsoleRefusal,
  type ConsoleRefusedModel,
} from './pages/console-pages.tsx';
export {
  errorPage,
  notFoundPage,
  tooManyPage,
  unavailablePage,
  type ErrorModel,
  type TooManyModel,
  type UnavailableModel,
} from './pages/failure-pages.tsx';
export {
  alreadyDonePage,
  cookiesPage,
  loggedOutPage,
  loginOverPage,
  otherBrowserPage,
  type LoginStateModel,
} from './pages/login-state-pages.tsx';
export { logoutPage, type LogoutModel } from './pages/logout-page.tsx';
export { methodsPage, type MethodsModel } from './pages/methods-page.tsx';
export { noFactorPage, type NoFactorModel } from './pages/no-factor-page.tsx';
export { notCallablePage, type NotCallableModel } from './pages/not-callable-page.tsx';
export { passwordPage, type PasswordError, type PasswordModel } from './pages/password-page.tsx';
export { trustPage, type TrustModel } from './pages/trust-page.tsx';
export { pickLanguage, type LanguageWishes } from './pick-language.ts';
