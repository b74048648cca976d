import { openChat } from '../chat.js';
import { one } from '../find.js';

one('#open-chat').addEventListener('click', () => openChat());
