/** A login that goes well, from the first click to the last. */
import './stories/whole-login.ts';
import './stories/after-the-login.ts';
import './stories/accessible.ts';
import './stories/live-state.ts';
import './stories/watchers-are-awake.ts';
