"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const EVERY_MS = 3_000;

/** Loads the newest page again every few seconds while the tab is looked at. */
export function LiveToggle() {
  const router = useRouter();
  const [live, setLive] = useState(false);

  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [live, router]);

  return (
    <Button
      size="sm"
      aria-pressed={live}
      onClick={() => setLive(!live)}
      className={live ? "border-accent text-accent" : ""}
    >
      {live ? <Pause aria-hidden /> : <Play aria-hidden />}
      {live ? "Live" : "Go live"}
    </Button>
  );
}
