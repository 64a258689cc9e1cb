import { notFound } from "next/navigation";
import { AppError } from "./errors";

/** For pages: what a verb does not find is Next's 404 page. */
export const orNotFound = <T>(loading: Promise<T>): Promise<T> =>
  loading.catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
