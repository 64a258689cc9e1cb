/** The one spelling that addresses of the Messages API are compared in. @param url a valid one */
export const normalBaseUrl = (url: string): string => new URL(url).href.replace(/\/+$/, "");
