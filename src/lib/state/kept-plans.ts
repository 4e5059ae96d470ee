// Plans kept on this computer, for the page that says what is kept and erases it.
export { forgetPlans, keptPlans } from '../storage/kept-plans.ts';
