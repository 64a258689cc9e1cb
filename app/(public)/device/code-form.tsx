import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A plain GET: the code moves to the address, and nothing is confirmed by sending it. */
export const CodeForm = ({ code, error }: { code?: string; error?: string }) => (
  <form action="/device" aria-label="Code" className="flex flex-col gap-4">
    <Field name="user_code" label="Code shown in your terminal" error={error}>
      <Input
        defaultValue={code}
        placeholder="XXXX-XXXX"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        className="font-mono tracking-widest uppercase placeholder:tracking-widest"
        autoFocus
        required
      />
    </Field>
    <Button type="submit" variant="primary">
      Continue
    </Button>
  </form>
);
