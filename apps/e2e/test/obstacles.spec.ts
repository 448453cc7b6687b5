/** Whatever stands in the way of a login: each obstacle has words that help, and a way on. */
import './stories/digits-that-do-not-help.ts';
import './stories/when-the-call-fails.ts';
import './stories/tabs-and-browsers.ts';
