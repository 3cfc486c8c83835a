// @ts-check
/** @file Who may do what, so that nothing is offered that the server would refuse; the server decides. */

const order = ['translator', 'maintainer', 'chief', 'administrator'];

/**
 * @param {import('./types.js').Session} session @param {'maintainer'|'chief'|'administrator'} least
 * @returns {boolean} whether the person has this role or a higher one
 */
export const atLeast = (session, least) => order.indexOf(session.person.role) >= order.indexOf(least);
