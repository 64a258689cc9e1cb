import { hashSecret, newSecret } from "@/lib/auth/token-hash";
import { newId } from "@/lib/db/id";
import type { SignIn } from "./context";
import { formatUserCode, newUserCode } from "./user-code";

export const DEVICE_CODE_SECONDS = 600;
export const POLL_INTERVAL_SECONDS = 5;
const KEEP_ANSWERED_MS = 3_600_000;

/** RFC 8628 section 3.2. */
export type DeviceAuthorizationAnswer = {
  device_code: string;
  user_code: string;
  verification_uri: string;
  verification_uri_complete: string;
  expires_in: number;
  interval: number;
};

/** Opens a sign-in for a program; nothing comes of it until a signed-in person confirms the user code. */
export async function startDeviceAuthorization(
  signIn: SignIn,
  request: { surface?: string },
): Promise<DeviceAuthorizationAnswer> {
  const now = Date.now();
  const deviceCode = newSecret();
  const userCode = newUserCode();
  await signIn.db.deviceAuthorization.deleteMany({ where: { expiresAt: { lt: new Date(now - KEEP_ANSWERED_MS) } } });
  await signIn.db.deviceAuthorization.create({
    data: {
      id: newId(),
      deviceCodeHash: hashSecret(deviceCode),
      userCode,
      surface: request.surface,
      userAgent: signIn.userAgent?.slice(0, 200),
      ip: signIn.ip,
      expiresAt: new Date(now + DEVICE_CODE_SECONDS * 1_000),
      intervalSeconds: POLL_INTERVAL_SECONDS,
    },
  });
  return {
    device_code: deviceCode,
    user_code: formatUserCode(userCode),
    verification_uri: `${signIn.baseUrl}/device`,
    verification_uri_complete: `${signIn.baseUrl}/device?user_code=${formatUserCode(userCode)}`,
    expires_in: DEVICE_CODE_SECONDS,
    interval: POLL_INTERVAL_SECONDS,
  };
}
