import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";

const MAX_BODY_BYTES = 16 * 1024;

/** next-auth's other action hands out sessions anew, without end; ours end twelve hours after signing in. */
const ACTIONS = new Set(["providers", "csrf", "signin", "callback", "signout", "error"]);

type Context = { params: Promise<{ nextauth: string[] }> };

/** Sign-in, callback and sign-out, all by next-auth. */
async function handle(request: Request, context: Context): Promise<Response> {
  if (!ACTIONS.has((await context.params).nextauth[0] ?? "")) return new Response(null, { status: 404 });
  // next-auth reads whole bodies; a form of this size is none of ours.
  if (request.method === "POST" && !(Number(request.headers.get("content-length") ?? Infinity) <= MAX_BODY_BYTES))
    return new Response(null, { status: 413 });
  return NextAuth(request as never, context as never, authOptions(request.headers)) as Promise<Response>;
}

export { handle as GET, handle as POST };
