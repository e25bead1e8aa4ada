/**
 * Why the server closes a socket. 44xx are permanent until the app acts (y-websocket stops reconnecting),
 * the others are transient.
 */
export const CLOSE = {
	protocol: 4400,
	signIn: 4401,
	forbidden: 4403,
	gone: 4404,
	epochChanged: 4409,
	tooLarge: 4413,
	clientTooOld: 4426,
	restart: 1012,
	tryLater: 1013,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];
