import { pageTest as test } from '../support/pageTest';
import { everyForm } from './everyForm';

everyForm(test);
