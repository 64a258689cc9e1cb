"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ChartLegend } from "./chart-legend";

export type Series = {
  key: string;
  label: string;
  colour: string;
  /** Starts hidden: too tall beside the others. */ hidden?: boolean;
};
export type DayValues = { day: string; values: Readonly<Record<string, number>>; href: Route };

type Props = { days: readonly DayValues[]; series: readonly Series[]; label: string };

const TICK = { fill: "var(--muted)", fontSize: 11 };
const HEIGHT_PX = 220;

const dayLabel = (day: string) =>
  new Date(day).toLocaleDateString("en", { day: "numeric", month: "short", timeZone: "UTC" });

/** Stacked bars by UTC day. A bar opens the list behind it; the same figures stand in a table below for those who read. */
export function DayBars({ days, series, label }: Props) {
  const router = useRouter();
  const [hidden, setHidden] = useState(() => new Set(series.filter((one) => one.hidden).map(({ key }) => key)));
  const shown = series.filter(({ key }) => !hidden.has(key));
  const toggle = (key: string) => setHidden((keys) => (keys.has(key) ? without(keys, key) : new Set([...keys, key])));
  const rows = days.map(({ day, values, href }) => ({ day, href, ...values }));
  return (
    <div className="flex flex-col gap-3">
      <ChartLegend series={series} hidden={hidden} onToggle={toggle} />
      <div role="img" aria-label={label} style={{ height: HEIGHT_PX }} className="min-w-0 text-xs [&_*]:outline-none">
        <ResponsiveContainer width="100%" height={HEIGHT_PX} initialDimension={{ width: 600, height: HEIGHT_PX }}>
          <BarChart data={rows} margin={{ top: 4, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="day"
              tickFormatter={dayLabel}
              tick={TICK}
              tickLine={false}
              axisLine={false}
              interval="equidistantPreserveStart"
              minTickGap={24}
            />
            <YAxis allowDecimals={false} width={36} tick={TICK} tickLine={false} axisLine={false} />
            <Tooltip
              cursor={{ fill: "var(--sunken)" }}
              labelFormatter={(day) => (typeof day === "string" ? `${dayLabel(day)} UTC` : day)}
              contentStyle={{
                background: "var(--raised)",
                border: "1px solid var(--line)",
                borderRadius: 8,
                padding: "6px 10px",
              }}
              itemStyle={{ color: "var(--ink)", padding: 0 }}
              labelStyle={{ color: "var(--muted)" }}
              filterNull
            />
            {shown.map(({ key, label: name, colour }) => (
              <Bar
                key={key}
                dataKey={key}
                name={name}
                stackId="day"
                fill={colour}
                maxBarSize={36}
                isAnimationActive={false}
                className="cursor-pointer"
                onClick={({ payload }: { payload?: { href?: Route } }) => payload?.href && router.push(payload.href)}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

const without = (keys: Set<string>, key: string) => new Set([...keys].filter((one) => one !== key));
