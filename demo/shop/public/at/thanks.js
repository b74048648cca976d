import { emptyCart } from '../cart.js';

emptyCart();
