import { bindCalendar } from '../calendar.js';
import { one } from '../find.js';

bindCalendar(one('#calendar'));
